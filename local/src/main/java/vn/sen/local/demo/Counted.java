package vn.sen.local.demo;

import java.util.Iterator;
import vn.sen.local.demo.dataset.MemberCsv;

/** Shows how much of the file is on its way. */
record Counted(MemberCsv file, Progress progress, int people) implements Iterable<byte[]> {

  @Override
  public Iterator<byte[]> iterator() {
    var pieces = file.iterator();
    return new Iterator<>() {
      private int sent;

      @Override
      public boolean hasNext() {
        return pieces.hasNext();
      }

      @Override
      public byte[] next() {
        sent = Math.min(people, sent + MemberCsv.PEOPLE_PER_PIECE);
        progress.reach(sent);
        return pieces.next();
      }
    };
  }
}
