package org.claimscope.data.sample;

import java.time.LocalDate;

/// Somebody who treats patients, in one department.
record Provider(
        String id,
        String firstName,
        String lastName,
        Department department,
        String npi,
        LocalDate modified) {}
