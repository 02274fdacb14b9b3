/// Why a figure moved: the change between two periods, split into effects that sum to it.
@NullMarked
package org.claimscope.data.change;

import org.jspecify.annotations.NullMarked;
