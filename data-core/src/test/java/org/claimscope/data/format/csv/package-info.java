/// Tests of comma-separated text.
@NullMarked
package org.claimscope.data.format.csv;

import org.jspecify.annotations.NullMarked;
