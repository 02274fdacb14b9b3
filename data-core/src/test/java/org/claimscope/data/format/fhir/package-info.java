/// Tests of FHIR resources.
@NullMarked
package org.claimscope.data.format.fhir;

import org.jspecify.annotations.NullMarked;
