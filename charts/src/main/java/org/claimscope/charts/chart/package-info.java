/// One file per chart, and the region that shows one.
@NullMarked
package org.claimscope.charts.chart;

import org.jspecify.annotations.NullMarked;
