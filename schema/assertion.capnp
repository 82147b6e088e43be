@0xd4a1c7b95f3e6280;
using Cxx = import "/capnp/c++.capnp";
$Cxx.namespace("stemma::schema");

# What was said, as written: one record for each assertion, stored under its place in the order of
# arrival. Only storage/record_codec.cc reads and writes these. Numbers of fields never change.

struct Field {
  name @0 :Text;
  isText @1 :Bool;   # `value` is the text itself; otherwise it is compact JSON
  value @2 :Text;
}

struct OptionalText {
  union {
    none @0 :Void;
    some @1 :Text;
  }
}

struct Evidence {
  in @0 :Text;
  hasPosition @1 :Bool;
  start @2 :UInt64;   # code points, zero-based
  end @3 :UInt64;     # exclusive
  exact @4 :OptionalText;
  prefix @5 :OptionalText;
  suffix @6 :OptionalText;
  extra @7 :List(Field);
}

struct Confidence {
  union {
    none @0 :Void;
    number @1 :Float64;
    counts :group {
      right @2 :UInt64;
      fired @3 :UInt64;
    }
  }
}

struct Node {
  id @0 :Text;
  kind @1 :UInt8;
  fields @2 :List(Field);
}

struct Edge {
  from @0 :Text;
  to @1 :Text;
  kind @2 :UInt8;
  status @3 :UInt8;
  judgement @4 :UInt8;
  inherited @5 :Bool;
  how @6 :OptionalText;
  claims @7 :List(Text);
  asPrinted @8 :OptionalText;
  evidence @9 :List(Evidence);
  method @10 :OptionalText;
  confidence @11 :Confidence;
  because @12 :OptionalText;
  extra @13 :List(Field);
}

struct Assertion {
  at @0 :Int64;       # microseconds since 1970
  atGiven @1 :Bool;
  by @2 :OptionalText;
  union {
    node @3 :Node;
    edge @4 :Edge;
  }
}
