@NullMarked
package org.claimscope.data.format;

import org.jspecify.annotations.NullMarked;
