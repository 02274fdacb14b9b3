/// One claim: its course, its money, its ledger, and where each row came from.
@NullMarked
package org.claimscope.app.feature.claim;

import org.jspecify.annotations.NullMarked;
