@NullMarked
package org.claimscope.app.feature.patient;

import org.jspecify.annotations.NullMarked;
