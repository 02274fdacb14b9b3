/// The resources of somebody else's FHIR server, by search or by bulk export.
@NullMarked
package org.claimscope.data.source.fhir;

import org.jspecify.annotations.NullMarked;
