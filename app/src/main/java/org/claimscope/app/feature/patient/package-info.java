/// Patients: who was seen, one patient's visits, claims and ledger, identifiers masked.
@NullMarked
package org.claimscope.app.feature.patient;

import org.jspecify.annotations.NullMarked;
