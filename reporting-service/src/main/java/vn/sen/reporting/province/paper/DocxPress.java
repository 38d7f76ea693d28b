package vn.sen.reporting.province.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.util.Units;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.UnderlinePatterns;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import vn.sen.reporting.province.paper.Letter.Bar;
import vn.sen.reporting.province.paper.Letter.Block;

/** Prints a letter as a Word document that its reader can go on writing. */
final class DocxPress {

  private static final String FACE = "Times New Roman";
  private static final int TWIPS_PER_MM = 57;
  private static final int TEXT_WIDTH = 163 * TWIPS_PER_MM;
  private static final int BAR_MM = 7;

  private static final byte[] INK = {(byte) 0x9C, 0x2A, 0x5B};

  private final XWPFDocument document;

  private DocxPress(XWPFDocument document) {
    this.document = document;
  }

  /**
   * The letter as a DOCX.
   *
   * @throws UncheckedIOException if it cannot be made, which is a fault of this program
   */
  static byte[] print(Letter letter) {
    try (var document = new XWPFDocument();
        var bytes = new ByteArrayOutputStream()) {
      var about = document.getProperties().getCoreProperties();
      about.setTitle(letter.kind() + ": " + letter.subject());
      about.setCreator("Sen");
      new DocxPress(document).write(letter);
      document.write(bytes);
      return OfficeFile.madeOn(letter.day(), bytes.toByteArray());
    } catch (InvalidFormatException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(Letter letter) throws IOException, InvalidFormatException {
    page(letter);
    head(letter);
    for (var block : letter.blocks()) {
      switch (block) {
        case Block.Heading(var text) -> {
          var heading = document.createParagraph();
          heading.setSpacingBefore(160);
          heading.setKeepNext(true);
          run(heading, text, 13, true);
        }
        case Block.Text(var text) -> {
          var paragraph = document.createParagraph();
          paragraph.setAlignment(ParagraphAlignment.BOTH);
          paragraph.setIndentationFirstLine(567);
          paragraph.setSpacingAfter(80);
          run(paragraph, text, 13, false);
        }
        case Block.Note(var text) -> run(document.createParagraph(), text, 11, false);
        case Block.Table table -> table(table);
        case Block.Bars bars -> chart(bars);
      }
    }
    foot(letter);
  }

  /** A4, margins of official documents, page numbers above, the notice on every page. */
  private void page(Letter letter) {
    var section = document.getDocument().getBody().addNewSectPr();
    var size = section.addNewPgSz();
    size.setW(BigInteger.valueOf(210L * TWIPS_PER_MM));
    size.setH(BigInteger.valueOf(297L * TWIPS_PER_MM));
    var margins = section.addNewPgMar();
    margins.setTop(BigInteger.valueOf(20L * TWIPS_PER_MM));
    margins.setBottom(BigInteger.valueOf(20L * TWIPS_PER_MM));
    margins.setLeft(BigInteger.valueOf(30L * TWIPS_PER_MM));
    margins.setRight(BigInteger.valueOf(17L * TWIPS_PER_MM));
    section.addNewTitlePg(); // no number on the first page
    var number = document.createHeader(HeaderFooterType.DEFAULT).createParagraph();
    number.setAlignment(ParagraphAlignment.CENTER);
    number.getCTP().addNewFldSimple().setInstr("PAGE");
    document.createHeader(HeaderFooterType.FIRST).createParagraph();
    if (letter.notice() != null) {
      for (var pages : new HeaderFooterType[] {HeaderFooterType.DEFAULT, HeaderFooterType.FIRST}) {
        var notice = document.createFooter(pages).createParagraph();
        notice.setAlignment(ParagraphAlignment.CENTER);
        run(notice, letter.notice(), 12, true);
      }
    }
  }

  private void head(Letter letter) {
    var head = grid(2, 68, 95);
    lines(head.getRow(0).getCell(0), letter.above(), false, letter.body(), true, letter.number());
    lines(
        head.getRow(0).getCell(1), Letter.COUNTRY, true, Letter.MOTTO, true, letter.placeAndDay());
    var kind = document.createParagraph();
    kind.setAlignment(ParagraphAlignment.CENTER);
    kind.setSpacingBefore(240);
    run(kind, letter.kind(), 14, true);
    var subject = document.createParagraph();
    subject.setAlignment(ParagraphAlignment.CENTER);
    subject.setSpacingAfter(200);
    run(subject, letter.subject(), 14, true);
  }

  private void lines(
      XWPFTableCell cell,
      String first,
      boolean firstBold,
      String second,
      boolean bold,
      String third) {
    var top = cell.getParagraphArray(0);
    top.setAlignment(ParagraphAlignment.CENTER);
    run(top, first, 11, firstBold);
    var middle = cell.addParagraph();
    middle.setAlignment(ParagraphAlignment.CENTER);
    var emphasised = middle.createRun();
    emphasised.setText(second);
    emphasised.setFontFamily(FACE);
    emphasised.setFontSize(12);
    emphasised.setBold(bold);
    emphasised.setUnderline(UnderlinePatterns.SINGLE);
    var last = cell.addParagraph();
    last.setAlignment(ParagraphAlignment.CENTER);
    last.setSpacingBefore(100);
    run(last, third, 13, false);
  }

  private void foot(Letter letter) {
    document.createParagraph();
    var foot = grid(2, 80, 83);
    var left = foot.getRow(0).getCell(0);
    var title = left.getParagraphArray(0);
    var to = title.createRun();
    to.setText(Letter.RECIPIENTS);
    to.setFontFamily(FACE);
    to.setFontSize(12);
    to.setBold(true);
    to.setItalic(true);
    letter.recipients().forEach(name -> run(left.addParagraph(), "- " + name, 11, false));
    var right = foot.getRow(0).getCell(1);
    var authority = right.getParagraphArray(0);
    authority.setAlignment(ParagraphAlignment.CENTER);
    run(authority, letter.authority(), 14, true);
    var signatory = right.addParagraph();
    signatory.setAlignment(ParagraphAlignment.CENTER);
    run(signatory, letter.signatory(), 14, true);
  }

  /** A row of cells without lines. */
  private XWPFTable grid(int columns, int... millimetres) {
    var grid = document.createTable(1, columns);
    grid.removeBorders();
    for (int i = 0; i < columns; i++) {
      grid.getRow(0).getCell(i).setWidth(Integer.toString(millimetres[i] * TWIPS_PER_MM));
    }
    return grid;
  }

  private void table(Block.Table table) {
    var columns = table.columns();
    var made = document.createTable(table.rows().size() + 1, columns.size());
    int all = columns.stream().mapToInt(Letter.Column::weight).sum();
    made.getRow(0).setRepeatHeader(true);
    for (int i = 0; i < columns.size(); i++) {
      var width = Integer.toString(TEXT_WIDTH * columns.get(i).weight() / all);
      var head = made.getRow(0).getCell(i);
      head.setWidth(width);
      head.getParagraphArray(0).setAlignment(ParagraphAlignment.CENTER);
      run(head.getParagraphArray(0), columns.get(i).title(), 11, true);
      for (int row = 0; row < table.rows().size(); row++) {
        var cell = made.getRow(row + 1).getCell(i);
        cell.setWidth(width);
        var text = cell.getParagraphArray(0);
        text.setAlignment(
            columns.get(i).number() ? ParagraphAlignment.RIGHT : ParagraphAlignment.LEFT);
        run(text, table.rows().get(row).get(i), 11, false);
      }
    }
    document.createParagraph().setSpacingAfter(0);
  }

  private static void run(XWPFParagraph paragraph, String text, int size, boolean bold) {
    var run = paragraph.createRun();
    run.setText(text);
    run.setFontFamily(FACE);
    run.setFontSize(size);
    run.setBold(bold);
  }

  /** A chart of Word's own, with its numbers beside it, so that its reader can change it. */
  private void chart(Block.Bars bars) throws IOException, InvalidFormatException {
    var title = document.createParagraph();
    title.setAlignment(ParagraphAlignment.CENTER);
    title.setSpacingBefore(160);
    title.setKeepNext(true);
    run(title, bars.title(), 12, true);
    int height = 25 + BAR_MM * bars.bars().size();
    var chart =
        document.createChart(
            160 * Units.EMU_PER_CENTIMETER / 10,
            Math.min(height, 230) * Units.EMU_PER_CENTIMETER / 10);
    chart.setAutoTitleDeleted(true);
    var units = chart.createCategoryAxis(AxisPosition.LEFT);
    units.setOrientation(AxisOrientation.MAX_MIN); // the first one on top
    var values = chart.createValueAxis(AxisPosition.BOTTOM);
    values.setCrossBetween(AxisCrossBetween.BETWEEN);
    values.setMinimum(0);
    var labels = bars.bars().stream().map(Bar::label).toArray(String[]::new);
    var numbers = bars.bars().stream().map(Bar::value).toArray(Number[]::new);
    var data = chart.createData(ChartTypes.BAR, units, values);
    data.setVaryColors(false);
    series(data, labels, numbers, bars.title());
    if (data instanceof XDDFBarChartData lying) {
      lying.setBarDirection(BarDirection.BAR);
      lying.setGapWidth(40);
    }
    chart.plot(data);
  }

  private static void series(XDDFChartData data, String[] labels, Number[] numbers, String title) {
    int last = labels.length;
    var names = new CellRangeAddress(1, last, 0, 0).formatAsString("Sheet0", true);
    var cells = new CellRangeAddress(1, last, 1, 1).formatAsString("Sheet0", true);
    var series =
        data.addSeries(
            XDDFDataSourcesFactory.fromArray(labels, names, 0),
            XDDFDataSourcesFactory.fromArray(numbers, cells, 1));
    series.setTitle(title);
    series.setFillProperties(new XDDFSolidFillProperties(XDDFColor.from(INK)));
  }
}
