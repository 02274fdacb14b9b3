/// Tests of the chart package.
@NullMarked
package org.claimscope.charts.chart;

import org.jspecify.annotations.NullMarked;
