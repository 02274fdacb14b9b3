@NullMarked
package org.claimscope.data.format.x12;

import org.jspecify.annotations.NullMarked;
