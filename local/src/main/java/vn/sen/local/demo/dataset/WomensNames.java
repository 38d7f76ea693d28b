package vn.sen.local.demo.dataset;

import java.util.List;
import java.util.Map;
import java.util.Random;

/** Names and ethnicities as they are usual in the lowland and in the mountainous districts. */
public final class WomensNames {

  private static final String KINH = "Kinh";
  private static final String EDE = "Ê Đê";
  private static final String CHAM = "Chăm";
  private static final String BANA = "Ba Na";

  /** Family names; the first are drawn more often than the last. */
  private static final List<String> FAMILY =
      List.of(
          "Nguyễn",
          "Trần",
          "Lê",
          "Phạm",
          "Huỳnh",
          "Võ",
          "Phan",
          "Đặng",
          "Bùi",
          "Đỗ",
          "Hồ",
          "Ngô",
          "Dương",
          "Lý",
          "Đào",
          "Đinh",
          "Trương",
          "Lương",
          "Cao",
          "Châu",
          "Mai",
          "Tô",
          "Trịnh",
          "Đoàn",
          "Hà",
          "Lâm",
          "Nguyễn Thái",
          "Văn",
          "Kiều",
          "Thái");

  private static final List<String> MIDDLE =
      List.of(
          "Thị",
          "Thị",
          "Thị",
          "Thị",
          "Thị Kim",
          "Thị Ngọc",
          "Thị Thanh",
          "Thị Mỹ",
          "Thị Thu",
          "Thị Bích",
          "Thị Hồng",
          "Thị Minh",
          "Thị Xuân",
          "Ngọc",
          "Thanh",
          "Mỹ",
          "Kim",
          "Phương");

  private static final List<String> GIVEN =
      List.of(
          "An", "Anh", "Ái", "Bình", "Bông", "Chi", "Cúc", "Dung", "Duyên", "Diễm", "Đào", "Gái",
          "Giang", "Hà", "Hạnh", "Hằng", "Hiền", "Hoa", "Hòa", "Hồng", "Huệ", "Hương", "Huyền",
          "Lan", "Lài", "Lành", "Liên", "Linh", "Loan", "Lợi", "Lựu", "Ly", "Mai", "Mận", "Mơ",
          "My", "Nga", "Ngân", "Nguyệt", "Nhàn", "Nhi", "Nhung", "Oanh", "Phượng", "Phúc", "Quyên",
          "Sen", "Sương", "Tâm", "Thảo", "Thắm", "Thêm", "Thi", "Thoa", "Thơm", "Thu", "Thúy",
          "Thủy", "Tiên", "Trâm", "Trang", "Trinh", "Tuyết", "Vân", "Vy", "Xuân", "Yến");

  private static final List<String> EDE_FAMILY =
      List.of("Niê", "Ksor", "Mlô", "Kpă", "Rơ Chăm", "Hờ", "Êban", "Ayun");
  private static final List<String> EDE_GIVEN =
      List.of(
          "H'Bia", "H'Linh", "H'Nga", "H'Loan", "H'Duyên", "H'Mai", "H'Yên", "H'Lan", "H'Điệp",
          "H'Thảo", "H'Nhung", "H'Ren", "H'Wih", "H'Quyên");
  private static final List<String> CHAM_FAMILY =
      List.of("La Lan", "La O", "La Mo", "So", "Sô", "Mang", "Lê Mô", "Oi", "Ra Lan", "Hờ");
  private static final List<String> BANA_FAMILY = List.of("La", "Mang", "Đinh", "La Chí", "Bá");

  /** Share of the ethnicities by code of the mountainous district; what is missing is Kinh. */
  private static final Map<String, List<Share>> DISTRICTS =
      Map.of(
          "558", List.of(new Share(CHAM, 0.17), new Share(BANA, 0.16)),
          "560", List.of(new Share(CHAM, 0.18), new Share(EDE, 0.15), new Share(BANA, 0.03)),
          "561", List.of(new Share(EDE, 0.42), new Share(BANA, 0.03)));

  private record Share(String ethnicity, double of) {}

  private WomensNames() {}

  /** The ethnicity of somebody in the district, drawn by its share there. */
  public static String ethnicity(String districtCode, Random random) {
    var point = random.nextDouble();
    for (var share : DISTRICTS.getOrDefault(districtCode, List.of())) {
      point -= share.of();
      if (point < 0) {
        return share.ethnicity();
      }
    }
    return KINH;
  }

  /** A name as it is usual there. */
  public static String fullName(String ethnicity, Random random) {
    return switch (ethnicity) {
      case EDE -> any(EDE_GIVEN, random) + " " + any(EDE_FAMILY, random);
      case CHAM -> any(CHAM_FAMILY, random) + " Thị " + any(GIVEN, random);
      case BANA -> any(BANA_FAMILY, random) + " Thị " + any(GIVEN, random);
      default ->
          FAMILY.get((int) (FAMILY.size() * random.nextDouble() * random.nextDouble()))
              + " "
              + any(MIDDLE, random)
              + " "
              + any(GIVEN, random);
    };
  }

  private static String any(List<String> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }
}
