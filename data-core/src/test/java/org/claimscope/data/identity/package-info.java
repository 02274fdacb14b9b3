@NullMarked
package org.claimscope.data.identity;

import org.jspecify.annotations.NullMarked;
