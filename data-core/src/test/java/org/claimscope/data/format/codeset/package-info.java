@NullMarked
package org.claimscope.data.format.codeset;

import org.jspecify.annotations.NullMarked;
