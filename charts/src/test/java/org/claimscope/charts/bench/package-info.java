/// How long charts take to draw.
@NullMarked
package org.claimscope.charts.bench;

import org.jspecify.annotations.NullMarked;
