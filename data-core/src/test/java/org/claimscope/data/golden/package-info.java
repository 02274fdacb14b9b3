/// The twelve claims whose figures were computed by hand (metrics.md B2), through the real
/// pipeline.
@NullMarked
package org.claimscope.data.golden;

import org.jspecify.annotations.NullMarked;
