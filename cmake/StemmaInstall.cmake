# filled in with the installed package
