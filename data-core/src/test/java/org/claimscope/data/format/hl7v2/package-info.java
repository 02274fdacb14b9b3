/// Tests of HL7 v2 messages.
@NullMarked
package org.claimscope.data.format.hl7v2;

import org.jspecify.annotations.NullMarked;
