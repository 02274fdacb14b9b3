/// Reconciliation: what became of every record and dollar that came, and whether feeds agree.
@NullMarked
package org.claimscope.app.feature.reconciliation;

import org.jspecify.annotations.NullMarked;
