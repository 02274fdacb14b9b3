/// Claims in a list, by state, payer and number.
@NullMarked
package org.claimscope.app.feature.claims;

import org.jspecify.annotations.NullMarked;
