/// Numbers to the short text people read and the exact text they copy.
@NullMarked
package org.claimscope.charts.format;

import org.jspecify.annotations.NullMarked;
