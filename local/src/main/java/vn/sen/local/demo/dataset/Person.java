package vn.sen.local.demo.dataset;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One invented person as the import enters her.
 *
 * @param ref opaque reference by which she is found again
 * @param branch the branch she is entered at
 * @param birthDate null where only the year is known
 * @param identityNumber 12 digits, 9 old ones, or null
 */
public record Person(
    String ref,
    Branch branch,
    String fullName,
    @Nullable LocalDate birthDate,
    int birthYear,
    @Nullable String identityNumber,
    @Nullable String phone,
    String ethnicity,
    @Nullable String religion,
    LocalDate joinedOn,
    Registration joinKind) {}
