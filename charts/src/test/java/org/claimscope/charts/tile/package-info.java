/// Tests of the tile package.
@NullMarked
package org.claimscope.charts.tile;

import org.jspecify.annotations.NullMarked;
