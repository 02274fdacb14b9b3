/// Delimited text: sniffing, reading, writing, and mapping profiles onto the canonical model.
@NullMarked
package org.claimscope.data.format.csv;

import org.jspecify.annotations.NullMarked;
