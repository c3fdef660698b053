"""The record: rows as the log has them, in any order within a moment."""

from simulation.rows import Event, Row


class Record:
    """Rows, and clashes whose end isn't known yet."""

    def __init__(self, env, hours):
        self.env = env
        self.hours = hours
        self.rows = []
        self.open_clashes = []

    def of_piece(self, event, piece, **columns):
        """Record what befell a piece."""
        self._add(event, piece, **columns)

    def of_job(self, event, job, length, *, since=None, at=None):
        """Record what befell something in somebody's hands."""
        hand = job.hand
        self._add(
            event,
            job.ask.piece,
            at=at,
            step=job.ask.errand.step,
            person=hand.cadre.person.id,
            post=hand.post,
            seat=hand.seat,
            since=job.since if since is None else since,
            length=length,
            how=job.ask.errand.kind,
        )

    def of_spell(self, event, job, length, now):
        """Record a spell of work, and what of it was beyond the day."""
        self.of_job(event, job, length, at=now)
        over = length - job.hand.cadre.by_day.between(job.since, now)
        if over > 0 and job.ask.errand.kind != "night":
            self.of_job(Event.OVERTIME, job, over, at=now)

    def of_ask(self, event, ask, length=0):
        """Record what befell something that nobody has in hand."""
        posts = ask.pool.posts
        self._add(
            event,
            ask.piece,
            step=ask.errand.step,
            post=posts[0] if len(posts) == 1 else "",
            since=ask.asked,
            length=length,
            how=ask.errand.kind,
        )

    def clash(self, ask, hand, job):
        """Note that an ask needs somebody who is at another lead's work."""
        other = job.ask.piece
        clash = {
            "at": self.env.now,
            "step": ask.errand.step,
            "person": hand.cadre.person.id,
            "post": hand.post,
            "seat": hand.seat,
            "other_stream": other.stream.id,
            "other_piece": other.number,
            "other_lead": other.lead,
            "other_post": job.hand.post,
        }
        self.open_clashes.append((ask, clash))
        return clash

    def end_clash(self, ask, clash, how, *, now=None):
        """Record a clash, once it is known how it ended."""
        self.open_clashes.remove((ask, clash))
        begin = clash.pop("at")
        lost = self.hours.between(begin, self.env.now if now is None else now)
        self._add(Event.CLASH, ask.piece, at=begin, length=lost, how=how, **clash)

    def _add(self, event, piece, *, at=None, **columns):
        at = self.env.now if at is None else at
        row = Row(at, event, piece.stream.id, piece.number, lead=piece.lead, **columns)
        self.rows.append(row)
