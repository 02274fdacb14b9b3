/// Remittances: what payers sent, whether it adds up, and what it does not fit.
@NullMarked
package org.claimscope.app.feature.remittances;

import org.jspecify.annotations.NullMarked;
