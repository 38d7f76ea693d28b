package vn.sen.chassis.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.dhatim.fastexcel.reader.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/**
 * What the library that reads the cells does not tell about a workbook's first sheet: where cells
 * are merged (Excel shows the value of such an area as if each of its cells had it; in the file
 * only the first cell has), and whether days are counted from 1904 (Excel writes 1 for yes, the
 * library understands only "true").
 */
final class SheetLayout {

  private static final String WORKBOOK = "xl/workbook.xml";
  private static final String RELATIONS = "xl/_rels/workbook.xml.rels";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  /** More areas than rows could sensibly have are no list of members. */
  private static final int MAX_AREAS = 100_000;

  private final boolean from1904;
  private final List<CellRangeAddress> areas;
  private final List<CellRangeAddress> open = new ArrayList<>();
  private int next;

  private SheetLayout(boolean from1904, List<CellRangeAddress> areas) {
    this.from1904 = from1904;
    this.areas = areas;
    areas.sort(Comparator.comparingInt(CellRangeAddress::getFirstRow));
  }

  /**
   * Reads the layout; the merged areas stand behind the cells.
   *
   * @throws SheetRefusals.WorkbookUnsafe if the workbook is not built like one
   */
  static SheetLayout ofFirstSheet(Path workbook) throws IOException {
    try (var zip = new ZipFile(workbook.toFile())) {
      var properties = first(zip, WORKBOOK, SheetLayout::dateSystem);
      boolean from1904 =
          properties != null && (properties.equals("1") || properties.equals("true"));
      var relation = required(first(zip, WORKBOOK, SheetLayout::sheetRelation));
      var target =
          required(
              first(
                  zip,
                  RELATIONS,
                  xml ->
                      relation.equals(xml.getAttributeValue(null, "Id"))
                          ? xml.getAttributeValue(null, "Target")
                          : null));
      var sheet = target.startsWith("/") ? target.substring(1) : "xl/" + target;
      return new SheetLayout(from1904, areas(zip, sheet));
    } catch (XMLStreamException | IllegalArgumentException e) {
      throw new SheetRefusals.WorkbookUnsafe();
    }
  }

  private static @Nullable String sheetRelation(XMLStreamReader xml) {
    return xml.getLocalName().equals("sheet") ? xml.getAttributeValue(OFFICE, "id") : null;
  }

  private static @Nullable String dateSystem(XMLStreamReader xml) {
    return xml.getLocalName().equals("workbookPr") ? xml.getAttributeValue(null, "date1904") : null;
  }

  private static String required(@Nullable String value) {
    if (value == null) {
      throw new SheetRefusals.WorkbookUnsafe();
    }
    return value;
  }

  /** What the first element that has it says, or null. */
  private static @Nullable String first(
      ZipFile zip, String entry, Function<XMLStreamReader, @Nullable String> wanted)
      throws IOException, XMLStreamException {
    try (var content = content(zip, entry)) {
      var xml = reader(content);
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamReader.START_ELEMENT) {
          var value = wanted.apply(xml);
          if (value != null) {
            return value;
          }
        }
      }
    }
    return null;
  }

  private static List<CellRangeAddress> areas(ZipFile zip, String sheet)
      throws IOException, XMLStreamException {
    var areas = new ArrayList<CellRangeAddress>();
    try (var content = content(zip, sheet)) {
      var xml = reader(content);
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("mergeCell")) {
          var area = xml.getAttributeValue(null, "ref");
          if (area == null || areas.size() == MAX_AREAS) {
            throw new SheetRefusals.WorkbookUnsafe();
          }
          areas.add(CellRangeAddress.valueOf(area));
        }
      }
    }
    return areas;
  }

  private static InputStream content(ZipFile zip, String name) throws IOException {
    var entry = zip.getEntry(name);
    if (entry == null) {
      throw new SheetRefusals.WorkbookUnsafe();
    }
    return zip.getInputStream(entry);
  }

  private static XMLStreamReader reader(InputStream content) throws XMLStreamException {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory.createXMLStreamReader(content);
  }

  /** Whether day 0 is 1 January 1904. */
  boolean countsFrom1904() {
    return from1904;
  }

  /**
   * Whether the cell only looks filled: it lies in a merged area and is not the first cell of it.
   * To be asked for one row after the other.
   *
   * @param row from 0
   * @param column from 0
   */
  boolean covers(int row, int column) {
    while (next < areas.size() && areas.get(next).getFirstRow() <= row) {
      open.add(areas.get(next++));
    }
    open.removeIf(area -> area.getLastRow() < row);
    return open.stream()
        .anyMatch(
            area ->
                area.isInRange(row, column)
                    && (row > area.getFirstRow() || column > area.getFirstColumn()));
  }
}
