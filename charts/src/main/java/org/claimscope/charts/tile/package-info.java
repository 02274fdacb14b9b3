/// The KPI tile: one figure with its trend, change, target and coverage.
@NullMarked
package org.claimscope.charts.tile;

import org.jspecify.annotations.NullMarked;
