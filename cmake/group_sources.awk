# Sorts sources into groups that can be compiled as one file each: prints "FILE GROUP" for every
# source that has company. Arguments: the headers (*.h), then the sources (*.cc).
#
# Two sources of a group define no name of their own twice, where a name of their own is what stands
# at the start of a line in an unnamed namespace, as clang-format leaves it. A source that hides a
# name of a header stays alone, unless both are functions of one namespace, which are told apart by
# their arguments. An alias may be there twice if it stands for the same.
BEGIN { kSourcesMax = 10 }

function NameIn(line,    name) {
  if (match(line, /^(class|struct|union|enum class|enum|using|namespace) [A-Za-z_0-9]+/)) {
    name = substr(line, RSTART, RLENGTH)
    sub(/.* /, "", name)
    return name
  }
  if (!match(line, /[A-Za-z_0-9]+ ?[(={;[]/)) return ""
  name = substr(line, RSTART, RLENGTH)
  sub(/ ?.$/, "", name)
  return name
}

function IsFunction(line) {
  return line !~ /^(class|struct|union|enum|using|namespace) / && line ~ /^[^=]*[A-Za-z_0-9]\(/
}

function IsFreeOf(group,    i) {
  for (i = 1; i <= own_count; ++i)
    if ((group, own[i]) in taken && taken[group, own[i]] != meaning[own[i]]) return 0
  return 1
}

function Place(    group, i) {
  if (source == "" || hides) return
  for (group = 1; group <= groups; ++group)
    if (size[group] < kSourcesMax && IsFreeOf(group)) break
  if (group > groups) groups = group
  ++size[group]
  group_of[source] = group
  for (i = 1; i <= own_count; ++i) taken[group, own[i]] = meaning[own[i]]
}

FNR == 1 {
  Place()
  is_header = FILENAME ~ /\.h$/
  source = is_header ? "" : FILENAME
  own_count = hides = is_unnamed = is_inner = 0
}
/^namespace stemma::/ { is_inner = 1 }
/^namespace {$/ { is_unnamed = 1; next }
/^}  \/\/ namespace$/ { is_unnamed = 0 }
!/^[A-Za-z_]/ || /^(using (namespace|enum) |using [^=]+;|template|static_assert)/ { next }
/^TEST_CASE/ || /^namespace [a-z:]+ {$/ { next }
is_header || is_unnamed {
  name = NameIn($0)
  if (name == "") next
  if (is_header) {
    if (!IsFunction($0)) public[name] = 1
    else if (!(name in public)) public[name] = 0
  } else {
    own[++own_count] = name
    meaning[name] = /^(using|namespace) / ? $0 : source
    if (name in public && (public[name] || !IsFunction($0) || is_inner)) hides = 1
  }
}
END {
  Place()
  for (source in group_of)
    if (size[group_of[source]] > 1) print source, group_of[source]
}
