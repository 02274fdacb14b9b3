@NullMarked
package org.claimscope.data.source;

import org.jspecify.annotations.NullMarked;
