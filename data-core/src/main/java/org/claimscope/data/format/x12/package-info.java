/// X12: what billers, payers and clearing houses send each other (837, 835, 277, 999, 278, 271),
/// read leniently, segment by segment.
@NullMarked
package org.claimscope.data.format.x12;

import org.jspecify.annotations.NullMarked;
