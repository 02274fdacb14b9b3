/// HL7 v2 messages (ADT, SIU, DFT, BAR, ORU, MDM) to patches of records; lenient, one pass.
@NullMarked
package org.claimscope.data.format.hl7v2;

import org.jspecify.annotations.NullMarked;
