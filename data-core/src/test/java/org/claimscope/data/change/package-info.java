@NullMarked
package org.claimscope.data.change;

import org.jspecify.annotations.NullMarked;
