/// The revenue cycle from registration to the settled account, in its seven steps.
@NullMarked
package org.claimscope.app.feature.cycle;

import org.jspecify.annotations.NullMarked;
