/// The sample hospital: three facilities' revenue cycle, invented but consistent, with known truth.
///
/// It reads in this order: {@link org.claimscope.data.sample.SampleHospital} is the front door,
/// `Roster` the people, `PatientFlow` who comes when, `AccountMaker` what becomes of a visit
/// (`ChargeEntry`, `PayerCycle`, `DenialFollowUp`, `PatientBilling`), `Mishaps` what goes wrong on
/// purpose, `FeedWriter` the files, and {@link org.claimscope.data.sample.SampleLive} what arrives
/// afterwards.
@NullMarked
package org.claimscope.data.sample;

import org.jspecify.annotations.NullMarked;
