/// Tests of the sampler package.
@NullMarked
package org.claimscope.charts.sampler;

import org.jspecify.annotations.NullMarked;
