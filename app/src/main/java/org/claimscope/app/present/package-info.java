/// Frames to chart shapes, numbers to text.
@NullMarked
package org.claimscope.app.present;

import org.jspecify.annotations.NullMarked;
