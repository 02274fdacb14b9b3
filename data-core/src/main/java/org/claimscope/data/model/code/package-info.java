/// Code sets of the field, with labels of our own.
@NullMarked
package org.claimscope.data.model.code;

import org.jspecify.annotations.NullMarked;
