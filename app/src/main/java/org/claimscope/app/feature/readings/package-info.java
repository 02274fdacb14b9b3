/// Two readings of one measure side by side, and the claims that make their difference.
@NullMarked
package org.claimscope.app.feature.readings;

import org.jspecify.annotations.NullMarked;
