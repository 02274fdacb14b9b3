/// Settings: how the window looks, what the measures mean, which keys there are, what may be
/// reached.
@NullMarked
package org.claimscope.app.feature.settings;

import org.jspecify.annotations.NullMarked;
