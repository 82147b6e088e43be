// Catch2 2 under the name of Catch2 3's header, so that tests are written once, in version 3's style.
#pragma once

#include <catch2/catch.hpp>
