/// What bytes mean: each format turns a delivery into rows or rejections.
@NullMarked
package org.claimscope.data.format;

import org.jspecify.annotations.NullMarked;
