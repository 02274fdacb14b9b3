/// The look of the whole window: AtlantaFX underneath, the colours and type of the charts on top.
@NullMarked
package org.claimscope.app.theme;

import org.jspecify.annotations.NullMarked;
