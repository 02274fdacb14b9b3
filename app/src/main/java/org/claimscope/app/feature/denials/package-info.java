/// Denials: how many, why, by whom, and the claims behind each reason.
@NullMarked
package org.claimscope.app.feature.denials;

import org.jspecify.annotations.NullMarked;
