/// Published lists of codes, as their publishers write them: each tells by itself what it is.
@NullMarked
package org.claimscope.data.format.codeset;

import org.jspecify.annotations.NullMarked;
