// What the pages beside the planner share: reading and writing the whole file.

/** Reads a snapshot and gives its people as rows; throws where it is none. */
export async function read(file) {
  const plan = JSON.parse(await file.text());
  const { people } = plan.records;
  const label = new Map(plan.records.classes.map((group) => [group.id, group.kind.class?.label ?? ""]));
  const classOf = new Map(plan.records.enrolments.map((row) => [row.student, label.get(row.class)]));
  return people.map(({ id, name, phone }) => ({
    id,
    name: [name.family, name.given, name.patronymic].filter(Boolean).join(' '),
    class: classOf.get(id) ?? '',
    role: classOf.has(id) ? 'Обучающийся' : '',
    phone: phone ?? '',
  }));
}

/** Offers rows as a file. */
export function exported(people) {
  const blob = new Blob([JSON.stringify({ people }, undefined, 1)], { type: 'application/json' });
  URL.revokeObjectURL(URL.createObjectURL(blob));
}
