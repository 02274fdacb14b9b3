/// Progress and cancellation as plain interfaces.
@NullMarked
package org.claimscope.data.progress;

import org.jspecify.annotations.NullMarked;
