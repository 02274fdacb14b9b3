/// One picture per chart, as documentation and visual check.
@NullMarked
package org.claimscope.charts.sampler;

import org.jspecify.annotations.NullMarked;
