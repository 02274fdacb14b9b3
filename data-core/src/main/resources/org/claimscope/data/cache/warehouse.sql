create table facility (
    source varchar not null,
    id varchar not null,
    name varchar,
    facility_type varchar,
    city varchar,
    state varchar,
    modified_date date,
    is_closed boolean not null,
    content_hash bigint not null,
    delivery_id bigint not null,
    line bigint not null
);

create table department (
    source varchar not null,
    id varchar not null,
    name varchar,
    facility_id varchar,
    modified_date date,
    is_closed boolean not null,
    content_hash bigint not null,
    delivery_id bigint not null,
    line bigint not null
);

create table provider (
    source varchar not null,
    id varchar not null,
    first_name varchar,
    last_name varchar,
    specialty varchar,
    department_id varchar,
    facility_id varchar,
    npi varchar,
    modified_date date,
    is_closed boolean not null,
    content_hash bigint not null,
    delivery_id bigint not null,
    line bigint not null,
    valid_from date not null,
    valid_to date not null
);

create table patient (
    source varchar not null,
    id varchar not null,
    first_name varchar,
    middle_name varchar,
    last_name varchar,
    ssn varchar,
    phone varchar,
    sex varchar,
    birth_date date,
    address varchar,
    city varchar,
    state varchar,
    postal_code varchar,
    modified_date date,
    is_closed boolean not null,
    content_hash bigint not null,
    delivery_id bigint not null,
    line bigint not null,
    valid_from date not null,
    valid_to date not null
);

create table payer (
    source varchar not null,
    id varchar not null,
    name varchar,
    payer_type varchar,
    modified_date date,
    is_closed boolean not null,
    content_hash bigint not null,
    delivery_id bigint not null,
    line bigint not null
);

create table coverage (
    source varchar not null,
    id varchar not null,
    patient_id varchar,
    payer_id varchar,
    plan_name varchar,
    member_id varchar,
    rank varchar,
    effective_from date,
    effective_to date,
    modified_date date,
    is_closed boolean not null,
    content_hash bigint not null,
    delivery_id bigint not null,
    line bigint not null,
    valid_from date not null,
    valid_to date not null
);

create table encounter (
    source varchar not null,
    id varchar not null,
    patient_id varchar,
    facility_id varchar,
    department_id varchar,
    provider_id varchar,
    payer_id varchar,
    encounter_type varchar,
    service_date date,
    discharge_date date,
    procedure_code varchar,
    diagnosis_code varchar,
    modified_date date,
    is_closed boolean not null,
    content_hash bigint not null,
    delivery_id bigint not null,
    line bigint not null
);

create table transaction (
    source varchar not null,
    id varchar not null,
    encounter_id varchar,
    patient_id varchar,
    facility_id varchar,
    department_id varchar,
    provider_id varchar,
    payer_id varchar,
    claim_id varchar,
    transaction_type varchar,
    visit_type varchar,
    line_of_business varchar,
    financial_class varchar,
    visit_date date,
    service_date date,
    posted_date date,
    payment_date date,
    billed decimal(18, 2),
    paid decimal(18, 2),
    adjusted decimal(18, 2),
    adjustment_type varchar,
    payment_source varchar,
    group_code varchar,
    carc varchar,
    procedure_code varchar,
    diagnosis_code varchar,
    medicaid_id varchar,
    medicare_id varchar,
    modified_date date,
    is_closed boolean not null,
    content_hash bigint not null,
    delivery_id bigint not null,
    line bigint not null
);

create table claim (
    source varchar not null,
    id varchar not null,
    transaction_id varchar,
    encounter_id varchar,
    patient_id varchar,
    facility_id varchar,
    department_id varchar,
    provider_id varchar,
    payer_id varchar,
    payer_name varchar,
    payer_type varchar,
    service_date date,
    submitted_date date,
    adjudicated_date date,
    payment_date date,
    billed decimal(18, 2),
    allowed decimal(18, 2),
    paid decimal(18, 2),
    patient_responsibility decimal(18, 2),
    deductible decimal(18, 2),
    coinsurance decimal(18, 2),
    copay decimal(18, 2),
    status varchar,
    claim_status varchar,
    frequency_code varchar,
    original_claim_id varchar,
    group_code varchar,
    carc varchar,
    denied decimal(18, 2),
    modified_date date,
    is_closed boolean not null,
    content_hash bigint not null,
    delivery_id bigint not null,
    line bigint not null,
    valid_from date not null,
    valid_to date not null
);

create table procedure_code (
    source varchar not null,
    id varchar not null,
    category varchar,
    label varchar,
    status varchar,
    modified_date date,
    is_closed boolean not null,
    content_hash bigint not null,
    delivery_id bigint not null,
    line bigint not null
);

create table diagnosis_code (
    source varchar not null,
    id varchar not null,
    label varchar,
    modified_date date,
    is_closed boolean not null,
    content_hash bigint not null,
    delivery_id bigint not null,
    line bigint not null
);
