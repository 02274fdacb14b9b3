/// Tests of the shape package.
@NullMarked
package org.claimscope.charts.shape;

import org.jspecify.annotations.NullMarked;
