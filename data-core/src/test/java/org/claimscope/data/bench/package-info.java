/// The benchmarks of `docs/benchmarks.md`: `mvn -Pbench verify` runs them all.
@NullMarked
package org.claimscope.data.bench;

import org.jspecify.annotations.NullMarked;
