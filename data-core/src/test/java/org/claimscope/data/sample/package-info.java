/// Tests of the sample hospital.
@NullMarked
package org.claimscope.data.sample;

import org.jspecify.annotations.NullMarked;
